import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import DeskFailure from "@/app/admin/error";
import Failure from "@/app/error";
import StudioFailure from "@/app/studio/error";

it.each([
  ["the desk", DeskFailure, "This page could not be made."],
  ["the studio", StudioFailure, "This page could not be made."],
  ["the house", Failure, "We lost the signal."],
])(
  "a page of %s that could not be made says so with a reference, a way to try again, and nothing of the error",
  (_, Page, title) => {
    const error = Object.assign(new Error('relation "AuditEvent" does not exist'), { digest: "1234567" });
    const html = renderToStaticMarkup(<Page error={error} retry={() => {}} />);
    expect(html).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
    expect(html).toContain(`<title>${title.replace(".", "")}</title>`);
    expect(html).toContain("Reference 1234567");
    expect(html).toMatch(/<button[^>]*>.*Try again.*<\/button>/);
    expect(html).not.toContain("AuditEvent");
  },
);
