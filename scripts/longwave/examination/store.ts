import { existsSync } from "node:fs";
import { store } from "@/lib/media/store";
import { settings } from "@/lib/platform/env";
import { messageOf } from "../refusal";
import { type Finding, good, wrong } from "./finding";

/** Whether objects can be kept: files in the data folder, or the bucket (which is made when it is missing). */
export async function examineStore(): Promise<Finding> {
  const { s3, dataDir } = settings();
  if (!s3 && !existsSync(dataDir)) return good("store", `Files will be kept in ${dataDir}.`);
  try {
    await store().check();
    return good(
      "store",
      s3 ? `The bucket ${s3.bucket} at ${s3.endpoint} can be used.` : `Files are kept in ${dataDir}.`,
    );
  } catch (error) {
    const remedy = s3
      ? "Start the S3 server, or correct S3_ENDPOINT, S3_BUCKET and the keys."
      : `Give this user the right to write in ${dataDir}.`;
    return wrong("store", messageOf(error), remedy);
  } finally {
    await store().close();
  }
}
