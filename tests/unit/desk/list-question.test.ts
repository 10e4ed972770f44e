import { expect, it } from "vitest";
import { keptBySearch, orderOf, queryOf, questionOf } from "@/app/admin/workspaces/question";

const asked = questionOf({ q: "har\0bour ", plan: "019d", show: "hidden", sort: "name", page: "3" });

it("an address of the list of workspaces is read and written alike, what is unknown and usual left out", () => {
  expect(asked).toEqual({
    ...{ search: "harbour", plan: "019d", filter: "hidden", order: "name", reversed: false, page: 3 },
  });
  expect(queryOf(asked, { page: 2 })).toBe("?q=harbour&plan=019d&show=hidden&sort=name&page=2");
  expect(questionOf({ show: "nothing", sort: "x", page: "-1" })).toMatchObject({
    filter: null,
    order: "size",
    page: 1,
  });
  expect(queryOf(questionOf({}))).toBe("?");
});

it("a search keeps plan, filter and order", () => {
  expect(keptBySearch(asked)).toEqual({ plan: "019d", show: "hidden", sort: "name" });
});

it("an order that is chosen again turns round, and names begin with A", () => {
  expect(orderOf(asked, "name")).toEqual({
    href: "?q=harbour&plan=019d&show=hidden&sort=name&reversed=1",
    direction: "ascending",
  });
  expect(orderOf(asked, "size")).toEqual({ href: "?q=harbour&plan=019d&show=hidden", direction: null });
});
