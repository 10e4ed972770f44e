import { voice } from "./voice";

type Props = {
  /** Has been through the allow-list of lib/episodes; nothing else may be given here. */
  html: string;
  language: string;
};

/** Show notes on a page of the show's. */
export function Notes(props: Props) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" className="sr-only">
        Notes
      </h2>
      <NotesText {...props} />
    </section>
  );
}

/** Show notes, without a heading. */
export function NotesText({ html, language }: Props) {
  return <div className="notes" {...voice(language)} dangerouslySetInnerHTML={{ __html: html }} />;
}
