import { buffer } from "node:stream/consumers";
import { fitPixels } from "@/lib/media/artwork-fit";
import { answerParent } from "@/lib/media/confined-child";

await answerParent(async (input) => fitPixels(await buffer(input)));
