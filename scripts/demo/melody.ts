const RATE = 44_100;
const BAR = 4;
const CHORDS = [
  [0, 7, 12, 16],
  [-3, 4, 12, 16],
  [-7, 5, 9, 16],
  [-5, 2, 11, 14],
  [-8, 4, 7, 14],
  [-1, 7, 11, 14],
];

type Note = { from: number; until: number; step: number; gain: number; left: number; decay: number };

/**
 * Soft chords under a slow arpeggio, faded in and out: 44.1 kHz, stereo, interleaved signed 16-bit, one buffer a bar.
 * The same seed gives the same bytes.
 */
export function* melody(seconds: number, seed: number): Generator<Int16Array> {
  const random = mulberry(seed);
  const root = 98 * 2 ** (Math.floor(random() * 12) / 12);
  const total = Math.round(seconds * RATE);
  let ringing: Note[] = [];
  for (let from = 0; from < total; from += BAR * RATE) {
    const chord = CHORDS[Math.floor(random() * CHORDS.length)] ?? [];
    ringing = [...ringing.filter((note) => note.until > from), ...bar(chord, root, from, random)];
    yield render(ringing, from, Math.min(BAR * RATE, total - from), total);
  }
}

export const SAMPLE_RATE = RATE;

function bar(chord: number[], root: number, from: number, random: () => number): Note[] {
  const pad = chord.map((semitones, voice) => ({
    from,
    until: from + (BAR + 2) * RATE,
    step: (2 * Math.PI * root * 2 ** (semitones / 12)) / RATE,
    gain: 0.07,
    left: 0.35 + voice * 0.1,
    decay: 0,
  }));
  const plucks = Array.from({ length: 8 }, (_, index) => {
    const at = from + Math.round((index * BAR * RATE) / 8);
    const semitones = (chord[Math.floor(random() * chord.length)] ?? 0) + (random() < 0.3 ? 24 : 12);
    const step = (2 * Math.PI * root * 2 ** (semitones / 12)) / RATE;
    return { from: at, until: at + 2 * RATE, step, gain: 0.09 + random() * 0.05, left: random(), decay: 3 / RATE };
  });
  return [...pad, ...plucks];
}

function render(notes: Note[], from: number, length: number, total: number): Int16Array {
  const mix = new Float32Array(length * 2);
  for (const note of notes) add(note, mix, from, length);
  const fade = Math.min(2 * RATE, total / 4);
  return Int16Array.from(mix, (value, index) => {
    const at = from + (index >> 1);
    return Math.round(32_767 * Math.tanh(value) * Math.min(1, at / fade, (total - at) / fade));
  });
}

function add(note: Note, mix: Float32Array, from: number, length: number): void {
  const last = Math.min(note.until, from + length);
  for (let at = Math.max(note.from, from); at < last; at++) {
    const age = at - note.from;
    const phase = age * note.step;
    // A quiet octave above the fundamental: warmer than a bare sine.
    const wave = Math.sin(phase) + 0.25 * Math.sin(2 * phase);
    const value = wave * note.gain * envelope(note, age);
    const index = (at - from) * 2;
    mix[index] = (mix[index] ?? 0) + value * (1 - note.left * 0.6);
    mix[index + 1] = (mix[index + 1] ?? 0) + value * (0.4 + note.left * 0.6);
  }
}

function envelope(note: Note, age: number): number {
  const attack = note.decay > 0 ? 0.01 * RATE : RATE;
  const release = note.until - note.from - age;
  return Math.min(1, age / attack, release / RATE) * Math.exp(-age * note.decay);
}

/** Small seeded generator (mulberry32): values in [0, 1). */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
