use crate::{FromJson, Result};

/// What was asked.
#[derive(Debug, Clone)]
pub struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// A member of the JSON object that the body is.
    pub fn field<T: FromJson>(&self, key: &str) -> Result<T> {
        crate::convert::member(&self.body, key)
    }

    /// The body, which is JSON.
    pub fn body<T: FromJson>(&self) -> Result<T> {
        crate::convert::whole(&self.body)
    }

    /// The body as it came.
    pub fn raw(&self) -> &[u8] {
        &self.body
    }

    pub fn method(&self) -> &str {
        &self.method
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn query_param(&self, name: &str) -> Option<String> {
        self.query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescaped(key) == name).then(|| unescaped(value))
        })
    }

    /// The first value of the header, whatever the case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(each, _)| each.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut plain = vec![];
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes
            .get(at + 1..at + 3)
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(byte)) => {
                plain.push(byte);
                at += 2;
            }
            (b'+', _) => plain.push(b' '),
            (byte, _) => plain.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&plain).into_owned()
}
