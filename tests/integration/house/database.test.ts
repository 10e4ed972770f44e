import { describe, expect, inject, it } from "vitest";
import { databaseUrl, db } from "@/lib/platform/db";
import { useDatabase } from "@/tests/support/database";

describe("the database of a test file", () => {
  useDatabase();

  it("is a migrated copy of its own, not the template", async () => {
    expect(databaseUrl()).not.toContain(inject("postgres").template);
    expect(await db().user.count()).toBe(0);
  });
});
