//! `#[ignite::main]`: makes a program of a handler. Written without a parser of Rust, so that nothing is downloaded.

use proc_macro::{Delimiter, TokenStream, TokenTree};

/// Answers requests with the function below it, which takes a `Request`, a `Context`, both in either order, or neither.
#[proc_macro_attribute]
pub fn main(_options: TokenStream, item: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = item.clone().into_iter().collect();
    let Some(at) = tokens.iter().position(|token| token.to_string() == "fn") else {
        return error("#[ignite::main] belongs above a function");
    };
    let is_async = tokens[..at]
        .iter()
        .any(|token| token.to_string() == "async");
    let name = tokens[at + 1].to_string();
    let arguments = tokens[at..].iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
            Some(passed(group.stream()))
        }
        _ => None,
    });
    let call = format!("{name}({})", arguments.unwrap_or_default());
    let result = if is_async {
        format!("::ignite::wait_for({call})")
    } else {
        call
    };
    let program = format!(
        "fn main() {{ ::ignite::serve(|request: ::ignite::Request, context: ::ignite::Context| ::ignite::answer({result})) }}"
    );
    let mut whole = item;
    whole.extend(program.parse::<TokenStream>().unwrap());
    whole
}

/// What each parameter is given, by its type.
fn passed(parameters: TokenStream) -> String {
    let mut depth = 0;
    let mut all: Vec<Vec<String>> = vec![vec![]];
    for token in parameters {
        let text = token.to_string();
        match text.as_str() {
            "<" => depth += 1,
            ">" => depth -= 1,
            "," if depth == 0 => {
                all.push(vec![]);
                continue;
            }
            _ => {}
        }
        all.last_mut().unwrap().push(text);
    }
    let given = all
        .iter()
        .filter(|parameter| !parameter.is_empty())
        .map(|parameter| {
            let kind = parameter
                .iter()
                .position(|text| text == ":")
                .map_or(&parameter[..0], |colon| &parameter[colon + 1..]);
            let borrowed = if kind.first().is_some_and(|text| text == "&") {
                "&"
            } else {
                ""
            };
            let what = if kind.iter().any(|text| text == "Context") {
                "context"
            } else {
                "request"
            };
            format!("{borrowed}{what}")
        });
    given.collect::<Vec<_>>().join(", ")
}

fn error(text: &str) -> TokenStream {
    format!("compile_error!({text:?});").parse().unwrap()
}
