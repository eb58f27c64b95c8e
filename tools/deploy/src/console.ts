import { spinner } from "@clack/prompts";

export interface Console {
	say(text: string): void;
	/** `note` tells what is being changed. */
	begin(title: string): { note(text: string): void; end(words: string): void; fail(): void };
}

/** Spinners in a terminal, a line a step anywhere else. */
export function openConsole(isTerminal: boolean): Console {
	return isTerminal ? { say: (text) => console.log(text), begin: beginSpinning } : plainConsole(console.log);
}

export function plainConsole(print: (line: string) => void): Console {
	return {
		say: print,
		begin: (title) => ({
			note: (text) => print(`${title}: ${text} …`),
			end: (words) => print(`${title}: ${words}`),
			fail: () => print(`${title}: failed`),
		}),
	};
}

function beginSpinning(title: string): ReturnType<Console["begin"]> {
	const turning = spinner();
	turning.start(title);
	return {
		note: (text) => turning.message(`${title}: ${text}`),
		end: (words) => turning.stop(`${title}: ${words}`),
		fail: () => turning.error(title),
	};
}
