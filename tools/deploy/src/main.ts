import { openConsole } from "./console.ts";
import { openKeyboard } from "./keyboard.ts";
import { Obstacle, StepFailure } from "./plan/step.ts";
import { readCommandLine } from "./read-command-line.ts";
import { runCommand } from "./run-command.ts";

const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);

try {
	const commandLine = readCommandLine(process.argv.slice(2));
	const isAsked = isTerminal && !commandLine.takesProposals;
	await runCommand(commandLine, {
		environment: process.env,
		console: openConsole(isTerminal),
		keyboard: openKeyboard(isAsked),
	});
} catch (error) {
	if (error instanceof Obstacle) console.error(`${error.message} ${error.todo}`.trim());
	else console.error(error instanceof StepFailure ? error.message : error);
	process.exitCode = 1;
}
