//! Greets by name and says which version of the app did. No crates: JSON is read and written by hand.

use std::env;
use std::io::{self, Read};

const VERSION: &str = "one";

fn main() -> io::Result<()> {
    let mut payload = String::new();
    io::stdin().read_to_string(&mut payload)?;
    let app = env::var("IGNITE_FUNCTION_ID").unwrap_or_default();
    let name = text_field(&payload, "name").unwrap_or("world");
    eprintln!("greeting {name}");
    print!(r#"{{"greeting":"Hello, {name}!","version":"{VERSION}","app":"{app}"}}"#);
    Ok(())
}

/// The text of a field as it is written in the JSON, escapes and all: so it can be written into JSON again.
fn text_field<'a>(json: &'a str, field: &str) -> Option<&'a str> {
    let (_, after) = json.split_once(&format!("\"{field}\""))?;
    let value = after
        .trim_start()
        .strip_prefix(':')?
        .trim_start()
        .strip_prefix('"')?;
    let mut escaped = false;
    let end = value.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some(&value[..end])
}
