import { backup } from "./backup";
import { checkDelivery } from "./check-delivery";
import { type Command, UsageError } from "./command";
import { doctor } from "./doctor";
import { restore } from "./restore";
import { tokenCreate } from "./token-create";
import { userCreate } from "./user-create";
import { userRestore } from "./user-restore";
import { userSuspend } from "./user-suspend";

const commands: Record<string, Command> = {
  "user create": userCreate,
  "user suspend": userSuspend,
  "user restore": userRestore,
  "token create": tokenCreate,
  doctor,
  "check delivery": checkDelivery,
  backup,
  restore,
};

export const usage = (): string => howTo(Object.values(commands).map((command) => command.usage));

/** The command that the first words name, and what is left for it. Throws UsageError. */
export function findCommand(args: string[]): { command: Command; rest: string[] } {
  for (const words of [2, 1]) {
    const command = commands[args.slice(0, words).join(" ")];
    if (command) return { command: explaining(command), rest: args.slice(words) };
  }
  const [given] = args;
  throw new UsageError(given === undefined ? "Say what to do." : `There is no command ${quoted(args)}.`);
}

/** Names the command's own usage when it was called wrongly. */
const explaining = ({ usage: own, run }: Command): Command => ({
  usage: own,
  run: async (args) => {
    try {
      return await run(args);
    } catch (error) {
      if (error instanceof UsageError) error.usage = howTo([own]);
      throw error;
    }
  },
});

const howTo = (usages: string[]): string =>
  ["Usage:", ...usages.map((line) => `  npm run -s longwave -- ${line}`)].join("\n");

const quoted = (args: string[]): string =>
  `“${args
    .filter((arg) => !arg.startsWith("-"))
    .slice(0, 2)
    .join(" ")}”`;
