import { notFound, redirect } from "next/navigation";
import { expect, it } from "vitest";
import { answerOf } from "@/app/answer-of";

const throwing = (error: unknown) => answerOf(() => Promise.reject(error));

it("an action's answer is passed on as it is", async () => {
  expect(await answerOf(async () => ({ ok: true, values: { id: "one" } }))).toEqual({
    ok: true,
    values: { id: "one" },
  });
});

it.each([
  ["no connection", new TypeError("Failed to fetch")],
  ["a proxy that answers in the house's stead", new Error("An unexpected response was received from the server.")],
])("%s is a refusal in words, so that the form stays", async (_, error) => {
  expect(await throwing(error)).toEqual({ ok: false, errors: {}, sentence: "The connection was lost. Try again." });
});

it.each([
  ["a bug of the house", () => Promise.reject(Object.assign(new Error("It is told to nobody."), { digest: "1234" }))],
  ["a 404", async () => notFound()],
  ["a redirect", async () => redirect("/sign-in")],
])("%s goes on to whoever shows it", async (_, run) => {
  await expect(answerOf(run)).rejects.toThrow();
});
