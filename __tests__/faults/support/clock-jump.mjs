// Loaded into the action by --import: after half a second its clock goes wrong by CLOCK_JUMP_MS.
const RealDate = Date
let offset = 0
setTimeout(() => {
  offset = Number(process.env['CLOCK_JUMP_MS'])
}, 500).unref()

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset)
    else super(...parts)
  }

  static now() {
    return RealDate.now() + offset
  }
}
