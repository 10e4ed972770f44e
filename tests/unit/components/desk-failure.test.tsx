import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import DeskFailure from "@/app/admin/error";

it("a page of the desk that could not be made says so with a reference, a way to try again, and nothing of the error", () => {
  const error = Object.assign(new Error('relation "AuditEvent" does not exist'), { digest: "1234567" });
  const html = renderToStaticMarkup(<DeskFailure error={error} retry={() => {}} />);
  expect(html).toContain("This page could not be made.");
  expect(html).toContain("Reference 1234567");
  expect(html).toMatch(/<button[^>]*>.*Try again.*<\/button>/);
  expect(html).not.toContain("AuditEvent");
});
