import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AccountState } from "@/app/admin/accounts/account-state";
import { noMail, useMailbox } from "@/tests/support/mailbox";

useMailbox();

const unverified = { suspendedAt: null, closedAt: null, emailVerifiedAt: null };
const words = (account: Parameters<typeof AccountState>[0]): string =>
  renderToStaticMarkup(createElement(AccountState, account)).replace(/<[^>]*>/g, "");

it("an address that was never verified is told where mail leaves, and not where nobody is asked to", () => {
  expect(words(unverified)).toBe("Unverified");
  expect(words({ ...unverified, emailVerifiedAt: new Date() })).toBe("Active");
  noMail();
  expect(words(unverified)).toBe("Active");
  expect(words({ ...unverified, suspendedAt: new Date() })).toBe("Suspended");
});
