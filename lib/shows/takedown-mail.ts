import { z } from "zod";
import { houseName } from "@/lib/accounts/house-settings";
import { emailSchema } from "@/lib/accounts/schema";
import { db, type Tx } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { enqueue } from "@/lib/platform/jobs";
import { type Letter, writeLetter } from "@/lib/platform/letter";
import { sendMail } from "@/lib/platform/mail";

/** The job that tells an owner what the house took down, or let back on the air. */
export const TAKEDOWN_MAIL = "takedown-mail";

const jobSchema = z.object({
  type: z.enum(["show", "episode"]),
  id: z.uuid(),
  news: z.enum(["takenDown", "lifted"]),
  email: emailSchema,
});
type News = Omit<z.infer<typeof jobSchema>, "email">;

/** Has every owner of the workspace written to when the transaction commits. */
export async function enqueueTakedownMail(tx: Tx, workspaceId: string, news: News): Promise<void> {
  const owners = await tx.user.findMany({
    where: { suspendedAt: null, closedAt: null, memberships: { some: { workspaceId, role: "owner" } } },
    select: { email: true },
  });
  for (const { email } of owners) await enqueue(tx, TAKEDOWN_MAIL, { ...news, email });
}

/** Carries out the job; to nobody when the news is no longer true. */
export async function sendTakedownMail(data: unknown): Promise<void> {
  const { type, id, news, email } = jobSchema.parse(data);
  const thing = await find[type](id);
  if (!thing || (news === "takenDown") !== (thing.takenDownAt !== null)) return;
  const { subject, letter } = write[news](type, thing);
  await sendMail({ to: email, subject, house: await houseName(), ...(await writeLetter(letter)) });
}

type Thing = { title: string; takenDownAt: Date | null; takedownReason: string | null; studio: string };

const facts = { title: true, takenDownAt: true, takedownReason: true } as const;

const find: Record<News["type"], (id: string) => Promise<Thing | null>> = {
  show: async (id) => {
    const show = await db().show.findUnique({ where: { id }, select: { ...facts, slug: true } });
    return show && { ...show, studio: `/studio/${show.slug}` };
  },
  episode: async (id) => {
    const select = { ...facts, show: { select: { slug: true } } };
    const episode = await db().episode.findUnique({ where: { id }, select });
    return episode && { ...episode, studio: `/studio/${episode.show.slug}/episodes/${id}` };
  },
};

const write: Record<News["news"], (type: News["type"], thing: Thing) => { subject: string; letter: Letter }> = {
  takenDown: (type, { title, takedownReason, studio }) => ({
    subject: `"${title}" was taken off the air`,
    letter: {
      heading: `Your ${type} was taken off the air`,
      paragraphs: [
        `Whoever runs this house took "${title}" down.`,
        ...(takedownReason ? [`The reason: ${takedownReason}`] : []),
        `Its page${type === "show" ? ", its feed" : ""} and its audio answer that it is gone. Nothing was deleted; in the studio it is all there.`,
      ],
      link: { label: "Open it in the studio", url: settings().appUrl + studio },
      last: "Only whoever runs this house can put it back on the air. Write to them when you have mended it, or when they are wrong.",
    },
  }),
  lifted: (type, { title, studio }) => ({
    subject: `"${title}" is on the air again`,
    letter: {
      heading: `Your ${type} is back`,
      paragraphs: [`Whoever runs this house put "${title}" back on the air, as it was before.`],
      link: { label: "Open it in the studio", url: settings().appUrl + studio },
      last: "There is nothing that you need to do.",
    },
  }),
};
