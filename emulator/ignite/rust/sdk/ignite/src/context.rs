use std::collections::HashMap;
use std::sync::{Mutex, OnceLock};

/// What a handler is told about its run.
#[derive(Debug, Clone)]
pub struct Context {
    pub(crate) execution_id: String,
    pub(crate) function_id: String,
    pub(crate) env: HashMap<String, String>,
}

impl Context {
    pub fn execution_id(&self) -> &str {
        &self.execution_id
    }

    pub fn function_id(&self) -> &str {
        &self.function_id
    }

    /// The app's environment variables.
    pub fn env(&self) -> &HashMap<String, String> {
        &self.env
    }

    pub fn temp_store(&self) -> TempStore {
        TempStore
    }
}

/// Bytes by key, which live as long as the process.
#[derive(Debug, Clone, Copy)]
pub struct TempStore;

fn values() -> std::sync::MutexGuard<'static, HashMap<String, Vec<u8>>> {
    static VALUES: OnceLock<Mutex<HashMap<String, Vec<u8>>>> = OnceLock::new();
    VALUES
        .get_or_init(Mutex::default)
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl TempStore {
    pub fn get(&self, key: &str) -> Option<Vec<u8>> {
        values().get(key).cloned()
    }

    pub fn set(&self, key: &str, value: impl Into<Vec<u8>>) {
        values().insert(key.to_string(), value.into());
    }

    /// Says whether there was one.
    pub fn remove(&self, key: &str) -> bool {
        values().remove(key).is_some()
    }
}
