import type { FieldName } from "@/lib/episodes/fields";
import type { Snapshot } from "@/lib/episodes/history";
import type { Draft, Drafts } from "./drafts";
import * as editor from "./state";
import type { Outcome, Transport } from "./transport";

/** Typing pauses this long before it is saved. */
const PAUSE_MS = 900;
const BACK_OFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

type Surroundings = { transport: Transport; drafts: Drafts; me: string; now(): Date };

export type Session = ReturnType<typeof openSession>;

/**
 * One open editor: what is typed, what the house has, and the saves between them, one at a time. What is typed while one
 * is under way goes with the next.
 */
export function openSession(snapshot: Snapshot, { transport, drafts, me, now }: Surroundings) {
  let state = editor.begin(snapshot);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let held: Promise<void> | null = null;
  let attempts = 0;
  const listeners = new Set<() => void>();

  function set(next: editor.EditorState): void {
    state = next;
    drafts.keep(state);
    for (const listener of listeners) listener();
  }

  const setSave = (save: editor.EditorState["save"]) => set({ ...state, save });

  function later(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void saveNow(), ms);
  }

  /** Something may be worth saving: after a pause, or with the save that is under way. */
  function stir(): void {
    const waits = Object.keys(editor.sendable(state).sent).length > 0;
    if (running || state.save.kind === "ended") return;
    if (!waits) return void (state.save.kind === "waiting" && setSave(rest()));
    if (state.save.kind !== "lost") setSave({ kind: "waiting" });
    later(state.save.kind === "lost" ? (BACK_OFF_MS[0] ?? 0) : PAUSE_MS);
  }

  const rest = (): editor.EditorState["save"] => ({ kind: "saved", at: lastSaved });
  let lastSaved: Date | null = null;

  /** Saves all that can be saved. True when nothing typed is left over. */
  function saveNow(): Promise<boolean> {
    clearTimeout(timer);
    running ??= saveAll().finally(() => {
      running = null;
    });
    return running;
  }

  async function saveAll(): Promise<boolean> {
    for (;;) {
      await held;
      const { sent, changes } = editor.sendable(state);
      if (Object.keys(sent).length === 0) break;
      if (state.save.kind !== "lost") setSave({ kind: "saving" });
      if (!(await settle(sent, await transport.save(state.version, changes)))) return false;
    }
    if (state.save.kind !== "ended") setSave(rest());
    return editor.unsaved(state).length === 0;
  }

  /** False when this is not the moment to go on. */
  async function settle(sent: Partial<editor.EditorState["form"]>, outcome: Outcome): Promise<boolean> {
    if (outcome.kind === "lost") return lost(outcome.sentence);
    if (outcome.kind === "stale") return catchUp();
    attempts = 0;
    if (outcome.kind === "saved") {
      lastSaved = now();
      set(editor.taken(state, sent, outcome.snapshot));
    } else if (outcome.kind === "refused") set(editor.turnedDown(state, sent, outcome.fields, outcome.sentence));
    else setSave({ kind: "ended", sentence: outcome.sentence });
    return outcome.kind !== "ended";
  }

  function lost(sentence: string): false {
    setSave({ kind: "lost", sentence });
    later(BACK_OFF_MS[Math.min(attempts++, BACK_OFF_MS.length - 1)] ?? 0);
    return false;
  }

  /** Somebody saved in between: theirs first, then mine on top of it. */
  async function catchUp(): Promise<boolean> {
    const before = state.version;
    const present = await transport.load();
    if (!present || present.version <= before) return lost("no connection, trying again");
    set(editor.heard(state, present, me));
    return true;
  }

  /** Another is said to have saved. Where nothing arrives, the next save will tell. */
  async function look(): Promise<void> {
    const present = await transport.load();
    await running;
    if (present) set(editor.heard(state, present, me));
    if (present && state.save.kind === "ended") setSave(rest());
    stir();
  }

  /** This page itself makes a new version: saves wait for it, so as not to be refused as stale. */
  function hold(work: Promise<unknown>): void {
    const mine = Promise.allSettled([held, work]).then(async () => {
      const present = await transport.load();
      if (present) set(editor.heard(state, present, me));
      if (held === mine) held = null;
    });
    held = mine;
  }

  return {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(name: FieldName, value: string): void {
      set(editor.typed(state, name, value));
      stir();
    },
    hear(present: Snapshot): void {
      // While a save is under way this may be that very save; its answer, or its refusal, tells.
      void Promise.resolve(running).then(() => set(editor.heard(state, present, me)));
    },
    /** An answer of the house to this page's own wish: there is nothing to tell. */
    replace: (present: Snapshot) => set({ ...editor.heard(state, present, me), told: null }),
    choose(name: FieldName, whose: "mine" | "theirs"): void {
      set(editor.chosen(state, name, whose));
      stir();
    },
    bringBack(draft: Draft): void {
      set(editor.broughtBack(state, draft));
      stir();
    },
    dismissTold: () => set({ ...state, told: null }),
    /** It was deleted: there is nothing to save to, until it is brought back and `look` finds it. */
    end(): void {
      clearTimeout(timer);
      setSave({ kind: "ended", sentence: "this episode was deleted. Copy what you need." });
    },
    /** There may be a connection again. */
    retry(): void {
      if (state.save.kind === "lost") void saveNow();
    },
    saveNow,
    look,
    hold,
    unsaved: () => editor.unsaved(state),
  };
}
