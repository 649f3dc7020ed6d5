/** The image cannot be built: its author has to change something. The message is the builder's last word. */
export class BuildError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}
