import {
  AV_CHANNEL_ORDER_NATIVE,
  AV_LOG_ERROR,
  AV_SAMPLE_FMT_FLTP,
  Dictionary,
  FF_ENCODER_AAC,
  FF_ENCODER_LIBMP3LAME,
  Frame,
  Log,
} from "node-av";
import { Encoder, Muxer } from "node-av/api";

type Settings = {
  kind: "mp3" | "m4a";
  bitrateKbps: number;
  sampleRate: number;
  tags: Record<string, string>;
};

const STEREO = { nbChannels: 2, order: AV_CHANNEL_ORDER_NATIVE, mask: 3n };
const BYTES_PER_SAMPLE = 4;

/** Encodes interleaved stereo signed 16-bit samples into a file, in this process, with the libraries of node-av. */
export async function encodeFrames(samples: Iterable<Int16Array>, settings: Settings, path: string): Promise<void> {
  const { kind, bitrateKbps, sampleRate, tags } = settings;
  Log.setLevel(AV_LOG_ERROR);
  using encoder = await Encoder.create(kind === "mp3" ? FF_ENCODER_LIBMP3LAME : FF_ENCODER_AAC, {
    bitrate: `${bitrateKbps}k`,
  });
  await using muxer = await Muxer.open(path, {
    format: kind === "mp3" ? "mp3" : "ipod",
    options: kind === "mp3" ? {} : { movflags: "+faststart" },
  });
  muxer.getFormatContext().metadata = Dictionary.fromObject(tags);
  const stream = muxer.addStream(encoder);
  const frames = framesOf(samples, kind === "mp3" ? 1152 : 1024, sampleRate);
  for await (using packet of encoder.packets(frames)) await muxer.writePacket(packet, stream);
}

async function* framesOf(
  chunks: Iterable<Int16Array>,
  length: number,
  sampleRate: number,
): AsyncGenerator<Frame | null> {
  let pts = 0n;
  for (const samples of regrouped(chunks, length * 2)) {
    const nbSamples = samples.length / 2;
    yield Frame.fromAudioBuffer(planar(samples), {
      nbSamples,
      format: AV_SAMPLE_FMT_FLTP,
      sampleRate,
      channelLayout: STEREO,
      timeBase: { num: 1, den: sampleRate },
      pts,
    });
    pts += BigInt(nbSamples);
  }
  yield null; // flushes what the encoder still holds
}

function* regrouped(chunks: Iterable<Int16Array>, size: number): Generator<Int16Array> {
  let rest = new Int16Array(0);
  for (const chunk of chunks) {
    const all = new Int16Array(rest.length + chunk.length);
    all.set(rest);
    all.set(chunk, rest.length);
    const whole = all.length - (all.length % size);
    for (let at = 0; at < whole; at += size) yield all.subarray(at, at + size);
    rest = all.slice(whole);
  }
  if (rest.length > 0) yield rest;
}

function planar(samples: Int16Array): Buffer {
  const length = samples.length / 2;
  const planes = Buffer.alloc(samples.length * BYTES_PER_SAMPLE);
  for (let index = 0; index < length; index++) {
    planes.writeFloatLE((samples[index * 2] ?? 0) / 32_768, index * BYTES_PER_SAMPLE);
    planes.writeFloatLE((samples[index * 2 + 1] ?? 0) / 32_768, (length + index) * BYTES_PER_SAMPLE);
  }
  return planes;
}
