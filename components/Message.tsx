import type { ComponentChildren } from "preact";

/** An empty, resting or failed state: what is the case, and what to do about it. */
export const Message = ({
  title,
  text,
  tone = "calm",
  children,
}: {
  title?: string;
  text: string;
  tone?: "calm" | "bad";
  children?: ComponentChildren;
}) => (
  <section class={`message ${tone}`}>
    {title && <h2>{title}</h2>}
    <p>{text}</p>
    {children}
  </section>
);
