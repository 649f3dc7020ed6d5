//! What `use ignite::prelude::*` means in the emulator. The platform's own crate is not public; this one has the names
//! that its pages use. Built without other crates; with serde where the app itself asks for serde or serde_json.

mod base64;
mod context;
mod convert;
mod request;
mod serve;
mod value;

pub use context::{Context, TempStore};
pub use convert::{FromJson, IntoResponse};
pub use ignite_macros::main;
pub use request::Request;
#[cfg(feature = "with-serde")]
pub use serde_json::{json, Value};
pub use serve::{answer, serve, wait_for};
#[cfg(not(feature = "with-serde"))]
pub use value::Value;

/// Any error, as `?` and `.into()` make it.
pub type Error = Box<dyn std::error::Error + Send + Sync>;
pub type Result<T, E = Error> = std::result::Result<T, E>;

pub mod prelude {
    pub use crate::{json, Context, Error, IntoResponse, Request, Result, Value};
}

#[doc(hidden)]
#[cfg(not(feature = "with-serde"))]
pub fn json_of(value: impl IntoResponse) -> Value {
    value.into_value()
}

/// JSON as it is written: `json!({"greeting": text, "numbers": [1, 2]})`.
#[cfg(not(feature = "with-serde"))]
#[macro_export]
macro_rules! json {
    (@object $o:ident) => {};
    (@object $o:ident $key:tt : null $(, $($rest:tt)*)?) => {
        $o.push((($key).to_string(), $crate::Value::Null)); $crate::json!(@object $o $($($rest)*)?)
    };
    (@object $o:ident $key:tt : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $o.push((($key).to_string(), $crate::json!([ $($inner)* ]))); $crate::json!(@object $o $($($rest)*)?)
    };
    (@object $o:ident $key:tt : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $o.push((($key).to_string(), $crate::json!({ $($inner)* }))); $crate::json!(@object $o $($($rest)*)?)
    };
    (@object $o:ident $key:tt : $value:expr $(, $($rest:tt)*)?) => {
        $o.push((($key).to_string(), $crate::json_of(&$value))); $crate::json!(@object $o $($($rest)*)?)
    };
    (@array $a:ident) => {};
    (@array $a:ident null $(, $($rest:tt)*)?) => {
        $a.push($crate::Value::Null); $crate::json!(@array $a $($($rest)*)?)
    };
    (@array $a:ident [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $a.push($crate::json!([ $($inner)* ])); $crate::json!(@array $a $($($rest)*)?)
    };
    (@array $a:ident { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $a.push($crate::json!({ $($inner)* })); $crate::json!(@array $a $($($rest)*)?)
    };
    (@array $a:ident $value:expr $(, $($rest:tt)*)?) => {
        $a.push($crate::json_of(&$value)); $crate::json!(@array $a $($($rest)*)?)
    };
    (null) => { $crate::Value::Null };
    ([ $($inner:tt)* ]) => {{
        #[allow(unused_mut)]
        let mut array = ::std::vec::Vec::new();
        $crate::json!(@array array $($inner)*);
        $crate::Value::Array(array)
    }};
    ({ $($inner:tt)* }) => {{
        #[allow(unused_mut)]
        let mut object: ::std::vec::Vec<(::std::string::String, $crate::Value)> = ::std::vec::Vec::new();
        $crate::json!(@object object $($inner)*);
        $crate::Value::Object(object)
    }};
    ($value:expr) => { $crate::json_of(&$value) };
}
