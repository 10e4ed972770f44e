/** The child's side of runConfined: one answer out of what comes on stdin, then the end. */
export async function answerParent(answer: (input: AsyncIterable<Uint8Array>) => Promise<unknown>): Promise<void> {
  // Without its parent nobody wants the answer.
  process.on("disconnect", () => process.exit());
  const message = await answer(process.stdin);
  process.send?.(message, () => process.exit());
}
