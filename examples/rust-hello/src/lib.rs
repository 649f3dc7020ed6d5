//! Greets by name and says which version of the app did.

use ignite::prelude::*;

const VERSION: &str = "one";

#[ignite::main]
async fn handler(req: Request, ctx: Context) -> Result<impl IntoResponse> {
    let name = req.field::<String>("name").unwrap_or("world".to_string());
    eprintln!("greeting {name}");
    Ok(ignite::json!({
        "greeting": format!("Hello, {name}!"),
        "version": VERSION,
        "app": ctx.function_id(),
    }))
}
