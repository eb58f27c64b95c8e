import { parseArgs } from "node:util";
import { answerNames, questions } from "./answers.ts";
import { Obstacle } from "./plan/step.ts";

const commands = ["setup", "deploy", "db:migrate:remote", "destroy"] as const;
export type Command = (typeof commands)[number];

export interface CommandLine {
	command: Command;
	isHelp: boolean;
	isDryRun: boolean;
	/** Asks nothing, even in a terminal. */
	takesProposals: boolean;
	mayRepoint: boolean;
	releasesNumbers: boolean;
	/** For destroy: the prefix, written out. */
	confirmed: string | null;
	flags: Record<string, string | undefined>;
}

export function readCommandLine(args: readonly string[]): CommandLine {
	const [command, ...rest] = args;
	if (!commands.includes(command as Command)) {
		throw new Obstacle(`There is no command "${command ?? ""}".`, `Commands: ${commands.join(", ")}.`);
	}
	const { values } = parse(rest);
	const words = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
	return {
		command: command as Command,
		isHelp: values.help === true,
		isDryRun: values["dry-run"] === true,
		takesProposals: values.yes === true,
		mayRepoint: values.repoint === true,
		releasesNumbers: values["release-numbers"] === true,
		confirmed: words("confirm") ?? null,
		flags: Object.fromEntries(answerNames.map((name) => [questions[name].flag, words(questions[name].flag)])),
	};
}

function parse(args: string[]) {
	const text = { type: "string" as const };
	const flag = { type: "boolean" as const };
	try {
		return parseArgs({
			args,
			options: {
				...Object.fromEntries(answerNames.map((name) => [questions[name].flag, text])),
				help: flag,
				"dry-run": flag,
				yes: flag,
				repoint: flag,
				"release-numbers": flag,
				confirm: text,
			},
		}) as { values: Record<string, string | boolean | undefined> };
	} catch (error) {
		const [sentence] = (error as Error).message.split(". ");
		throw new Obstacle(`${sentence}.`, "`npm run deploy -- --help` lists the flags.");
	}
}
