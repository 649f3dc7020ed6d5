/** A crate whose compile prints this many lines by itself. */
export const WARNINGS = 60

/**
 * Cargo shows the warnings when the build script has ended; that waits for the file that the environment variable
 * TALKATIVE_GATE names, where there is one, and leaves its process id in a file beside it, `.pid`.
 */
export const TALKATIVE_CRATE = {
  'Cargo.toml': '[package]\nname = "talkative"\nversion = "0.1.0"\nedition = "2021"\n',
  'src/lib.rs': 'fn main() {}',
  'build.rs': `fn main() {
    if let Ok(gate) = std::env::var("TALKATIVE_GATE") {
      std::fs::write(format!("{gate}.pid"), std::process::id().to_string()).unwrap();
      while !std::path::Path::new(&gate).exists() { std::thread::sleep(std::time::Duration::from_millis(10)); }
    }
    for line in 1..=${WARNINGS} { println!("cargo::warning=line {line} – ünïcödé"); }
  }`
}
