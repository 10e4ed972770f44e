import { answerNextAuth } from "@/lib/web/next-auth";

export const GET = answerNextAuth;
export const POST = answerNextAuth;
