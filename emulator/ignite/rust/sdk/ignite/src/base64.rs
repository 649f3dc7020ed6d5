//! Payloads and outputs travel in base64.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, index| {
            bits << 8 | u32::from(*chunk.get(index).unwrap_or(&0))
        });
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize] as char;
            text.push(if place > chunk.len() { '=' } else { digit });
        }
    }
    text
}

/// What the emulator sent: a character that is no digit does not come.
pub fn decode(text: &str) -> Vec<u8> {
    let digits: Vec<u32> = text
        .bytes()
        .filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte))
        .map(|at| at as u32)
        .collect();
    let mut bytes = vec![];
    for chunk in digits.chunks(4) {
        let bits = (0..4).fold(0, |bits, index| bits << 6 | chunk.get(index).unwrap_or(&0));
        bytes.extend(bits.to_be_bytes()[1..].iter().take(chunk.len() - 1));
    }
    bytes
}
