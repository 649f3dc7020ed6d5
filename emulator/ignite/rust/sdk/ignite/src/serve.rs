//! The loop between the emulator and the handler: a line of JSON is a question, and one after a record separator its answer.

use crate::value::Value;
use crate::{base64, Context, IntoResponse, Request};
use std::any::Any;
use std::fmt::Display;
use std::future::Future;
use std::io::{self, BufRead, Write};
use std::panic::{catch_unwind, AssertUnwindSafe};

/// What the handler gave: the JSON of its answer, or the text of its error.
pub type Answer = Result<String, String>;

/// Answers until the emulator closes stdin.
pub fn serve(handler: impl Fn(Request, Context) -> Answer) {
    for line in io::stdin().lock().lines() {
        let line = line.expect("stdin can be read");
        let question = Value::parse(&line).expect("the emulator sends JSON");
        let answered = match question.get("ctx") {
            // It is asked only whether the program runs.
            None => Ok(String::new()),
            Some(ctx) => {
                let (request, context) = (request_of(&question), context_of(ctx));
                catch_unwind(AssertUnwindSafe(|| handler(request, context)))
                    .unwrap_or_else(|panic| Err(said(&*panic)))
            }
        };
        send(text(&question, "id"), answered);
    }
}

/// What a handler's result means.
pub fn answer<T: IntoResponse, E: Display>(result: Result<T, E>) -> Answer {
    let value = result.map_err(|error| error.to_string())?;
    value.into_json().map_err(|error| error.to_string())
}

#[cfg(feature = "with-tokio")]
pub fn wait_for<T>(future: impl Future<Output = T>) -> T {
    use std::sync::OnceLock;
    static RUNTIME: OnceLock<tokio::runtime::Runtime> = OnceLock::new();
    RUNTIME
        .get_or_init(|| tokio::runtime::Runtime::new().expect("tokio starts"))
        .block_on(future)
}

#[cfg(not(feature = "with-tokio"))]
pub fn wait_for<T>(future: impl Future<Output = T>) -> T {
    use std::sync::Arc;
    use std::task::{Context, Poll, Wake, Waker};
    use std::thread::{self, Thread};

    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = std::pin::pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return value;
        }
        thread::park();
    }
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn request_of(question: &Value) -> Request {
    let request = question.get("request").unwrap_or(&Value::Null);
    let Some(Value::Object(all)) = request.get("headers") else {
        panic!("the emulator sends headers")
    };
    let headers = all.iter().flat_map(|(name, values)| {
        let Value::Array(values) = values else {
            return vec![];
        };
        values
            .iter()
            .filter_map(|value| Some((name.clone(), value.as_str()?.to_string())))
            .collect()
    });
    Request {
        method: text(request, "method").to_string(),
        path: text(request, "path").to_string(),
        query: text(request, "query").to_string(),
        headers: headers.collect(),
        body: base64::decode(text(question, "payload")),
    }
}

fn context_of(ctx: &Value) -> Context {
    Context {
        execution_id: text(ctx, "execution_id").to_string(),
        function_id: text(ctx, "function_id").to_string(),
        env: std::env::vars().collect(),
    }
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| text.to_string());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "the handler panicked".to_string())
}

fn send(id: &str, answered: Answer) {
    let field = |name: &str, value: String| (name.to_string(), Value::String(value));
    let mut members = vec![field("id", id.to_string())];
    match answered {
        Ok(json) => members.extend([
            field("output", base64::encode(json.as_bytes())),
            field("form", "json".to_string()),
        ]),
        Err(error) => members.push(field("error", error)),
    }
    let mut out = io::stdout().lock();
    let sent = writeln!(out, "\x1e{}", Value::Object(members)).and_then(|()| out.flush());
    sent.expect("the emulator reads stdout");
}
