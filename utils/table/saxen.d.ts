/** What we use of saxen 11, which comes without types. */
declare module "saxen" {
  type Decode = (text: string) => string;

  export class Parser {
    on(
      event: "openTag",
      listener: (name: string, attributes: () => unknown, decode: Decode, selfClosing: boolean) => void,
    ): this;
    on(event: "closeTag", listener: (name: string, decode: Decode, selfClosing: boolean) => void): this;
    on(event: "text" | "cdata" | "comment" | "attention", listener: (text: string) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    /** Takes the next piece; what it holds of an unfinished tag or text waits for the next. */
    write(xml: string): this;
    end(): Error | null;
  }
}
