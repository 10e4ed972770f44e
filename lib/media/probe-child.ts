import { answerParent } from "@/lib/media/confined-child";
import { measureAudio } from "@/lib/media/measure";

const size = Number(process.argv[2]);
await answerParent((input) => measureAudio(input, size));
