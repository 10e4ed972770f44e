import { expect, it } from "vitest";
import { db, type Tx } from "@/lib/platform/db";
import { problem } from "@/lib/web/problems";
import { useDatabase } from "@/tests/support/database";
import { makeOwner } from "@/tests/support/people";

useDatabase();

const byPrisma = (tx: Tx, id: string) => tx.user.update({ where: { id }, data: { name: "Ada" } });
const byStatement = (tx: Tx, id: string) => tx.$executeRaw`UPDATE "User" SET name = 'Ada' WHERE id = ${id}::uuid`;

it.each([
  ["Prisma's", byPrisma],
  ["our", byStatement],
])("of two transactions that wait for each other by %s statements one is told to try again", async (_, change) => {
  const [ada, ben] = [(await makeOwner()).user.id, (await makeOwner()).user.id];
  const [first, second] = [gate(), gate()];
  const cross = (mine: string, theirs: string, open: () => void, other: Promise<void>) =>
    db().$transaction(async (tx) => {
      await change(tx, mine);
      open();
      await other;
      await change(tx, theirs);
    });
  const ends = await Promise.allSettled([
    cross(ada, ben, first.open, second.opened),
    cross(ben, ada, second.open, first.opened),
  ]);
  const refused = ends.filter((end) => end.status === "rejected");
  expect(refused).toHaveLength(1);
  const answer = problem(refused[0]?.reason);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await answer.json()).toMatchObject({ code: "unavailable", detail: expect.stringContaining("try again") });
});

function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
