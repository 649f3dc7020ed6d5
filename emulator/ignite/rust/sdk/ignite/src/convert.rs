//! From JSON to Rust's types and back.

#[cfg(feature = "with-serde")]
mod by_serde {
    use crate::Result;
    use serde::{de::DeserializeOwned, Serialize};

    pub trait FromJson: DeserializeOwned {}
    impl<T: DeserializeOwned> FromJson for T {}

    /// What a handler may return: it is sent as JSON.
    pub trait IntoResponse {
        fn into_json(self) -> Result<String>;
    }
    impl<T: Serialize> IntoResponse for T {
        fn into_json(self) -> Result<String> {
            Ok(serde_json::to_string(&self)?)
        }
    }

    pub(crate) fn whole<T: FromJson>(body: &[u8]) -> Result<T> {
        Ok(serde_json::from_slice(body)?)
    }

    pub(crate) fn member<T: FromJson>(body: &[u8], key: &str) -> Result<T> {
        let mut object: serde_json::Value = serde_json::from_slice(body)?;
        let value = object
            .get_mut(key)
            .map(serde_json::Value::take)
            .unwrap_or_default();
        serde_json::from_value(value).map_err(|error| format!("field `{key}`: {error}").into())
    }
}
#[cfg(feature = "with-serde")]
pub use by_serde::*;

#[cfg(not(feature = "with-serde"))]
mod by_hand {
    use crate::value::Value;
    use crate::Result;
    use std::collections::{BTreeMap, HashMap};

    /// What the body, or a field of it, can be read as.
    pub trait FromJson: Sized {
        fn from_json(value: &Value) -> std::result::Result<Self, String>;
    }

    /// What a handler may return: it is sent as JSON.
    pub trait IntoResponse {
        fn into_value(self) -> Value;
        fn into_json(self) -> Result<String>
        where
            Self: Sized,
        {
            Ok(self.into_value().to_string())
        }
    }

    pub(crate) fn whole<T: FromJson>(body: &[u8]) -> Result<T> {
        Ok(T::from_json(&parsed(body)?)?)
    }

    pub(crate) fn member<T: FromJson>(body: &[u8], key: &str) -> Result<T> {
        let object = parsed(body)?;
        T::from_json(object.get(key).unwrap_or(&Value::Null))
            .map_err(|error| format!("field `{key}`: {error}").into())
    }

    fn parsed(body: &[u8]) -> Result<Value> {
        Ok(Value::parse(std::str::from_utf8(body)?)?)
    }

    fn other<T>(wanted: &str, value: &Value) -> std::result::Result<T, String> {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "an array",
            Value::Object(_) => "an object",
        };
        Err(format!("{wanted} was expected, but it is {found}"))
    }

    impl FromJson for Value {
        fn from_json(value: &Value) -> std::result::Result<Self, String> {
            Ok(value.clone())
        }
    }
    impl FromJson for String {
        fn from_json(value: &Value) -> std::result::Result<Self, String> {
            value
                .as_str()
                .map_or_else(|| other("a text", value), |text| Ok(text.to_string()))
        }
    }
    impl FromJson for bool {
        fn from_json(value: &Value) -> std::result::Result<Self, String> {
            if let Value::Bool(known) = value {
                Ok(*known)
            } else {
                other("a boolean", value)
            }
        }
    }
    impl<T: FromJson> FromJson for Option<T> {
        fn from_json(value: &Value) -> std::result::Result<Self, String> {
            if *value == Value::Null {
                Ok(None)
            } else {
                T::from_json(value).map(Some)
            }
        }
    }
    impl<T: FromJson> FromJson for Vec<T> {
        fn from_json(value: &Value) -> std::result::Result<Self, String> {
            if let Value::Array(items) = value {
                items.iter().map(T::from_json).collect()
            } else {
                other("an array", value)
            }
        }
    }

    impl IntoResponse for Value {
        fn into_value(self) -> Value {
            self
        }
    }
    impl IntoResponse for () {
        fn into_value(self) -> Value {
            Value::Null
        }
    }
    impl IntoResponse for bool {
        fn into_value(self) -> Value {
            Value::Bool(self)
        }
    }
    impl IntoResponse for String {
        fn into_value(self) -> Value {
            Value::String(self)
        }
    }
    impl IntoResponse for &str {
        fn into_value(self) -> Value {
            Value::String(self.to_string())
        }
    }
    impl<T: IntoResponse> IntoResponse for Option<T> {
        fn into_value(self) -> Value {
            self.map_or(Value::Null, T::into_value)
        }
    }
    impl<T: IntoResponse> IntoResponse for Vec<T> {
        fn into_value(self) -> Value {
            Value::Array(self.into_iter().map(T::into_value).collect())
        }
    }
    // json! takes what it is given by reference, as serde's does.
    impl<T: IntoResponse + Clone> IntoResponse for &T {
        fn into_value(self) -> Value {
            self.clone().into_value()
        }
    }

    macro_rules! numbers {
        ($($kind:ty)*) => { $(
            impl FromJson for $kind {
                fn from_json(value: &Value) -> std::result::Result<Self, String> {
                    let Value::Number(text) = value else { return other("a number", value) };
                    text.parse().map_err(|_| format!("{text} does not fit {}", stringify!($kind)))
                }
            }
            impl IntoResponse for $kind {
                fn into_value(self) -> Value {
                    // What is infinite, or no number at all, is null in JSON.
                    if self.to_string().contains(['i', 'N']) { Value::Null } else { Value::Number(self.to_string()) }
                }
            }
        )* };
    }
    numbers!(i8 i16 i32 i64 isize u8 u16 u32 u64 usize f32 f64);

    macro_rules! maps {
        ($($kind:ident)*) => { $(
            impl<T: FromJson> FromJson for $kind<String, T> {
                fn from_json(value: &Value) -> std::result::Result<Self, String> {
                    let Value::Object(members) = value else { return other("an object", value) };
                    members.iter().map(|(name, value)| Ok((name.clone(), T::from_json(value)?))).collect()
                }
            }
            impl<T: IntoResponse> IntoResponse for $kind<String, T> {
                fn into_value(self) -> Value {
                    Value::Object(self.into_iter().map(|(name, value)| (name, value.into_value())).collect())
                }
            }
        )* };
    }
    maps!(HashMap BTreeMap);
}
#[cfg(not(feature = "with-serde"))]
pub use by_hand::*;
