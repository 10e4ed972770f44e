import { beforeEach, inject } from "vitest";
import "./provided";

// Of a project whose tests are there for the S3 server: without one they are counted as skipped.
beforeEach(({ skip }) => skip(inject("s3") === null, "No S3 server could be had on this machine."));
