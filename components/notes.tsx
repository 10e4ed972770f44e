import { voice } from "./voice";

/** Show notes. `html` has been through the allow-list of lib/episodes; nothing else may be given here. */
export function Notes({ html, language }: { html: string; language: string }) {
  return <div className="notes" {...voice(language)} dangerouslySetInnerHTML={{ __html: html }} />;
}
