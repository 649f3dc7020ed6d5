/** FNV-1a, 32 bits as 8 hex digits: tells a few things apart, and gives nothing of them away. */
export function checksum(bytes: Uint8Array): string {
  let value = 0x811c9dc5
  for (const byte of bytes) value = Math.imul(value ^ byte, 0x01000193)
  return (value >>> 0).toString(16).padStart(8, '0')
}
