import { confirm, isCancel, password, select, text } from "@clack/prompts";
import { type Answers, locations, type Question } from "./answers.ts";
import { Obstacle } from "./plan/step.ts";

/** Without a terminal nothing is asked. */
export interface Keyboard {
	isThere: boolean;
	ask(name: keyof Answers, question: Question, proposal: string): Promise<string>;
	askSecret(words: string): Promise<string>;
	askWord(words: string): Promise<string>;
	confirm(words: string): Promise<boolean>;
}

export function openKeyboard(isThere: boolean): Keyboard {
	return {
		isThere,
		ask: async (name, { words, objection }, proposal) => {
			if (name === "location") {
				const options = locations.map((value) => ({ value, label: placeNames[value] ?? value }));
				return given(await select({ message: words, options, initialValue: proposal }));
			}
			const validate = (value: string | undefined) => objection((value ?? "").trim()) ?? undefined;
			return given(await text({ message: words, initialValue: proposal, validate })).trim();
		},
		askSecret: async (words) => given(await password({ message: words })).trim(),
		askWord: async (words) => given(await text({ message: words })).trim(),
		confirm: async (words) => given(await confirm({ message: words, initialValue: false })),
	};
}

const placeNames: Record<string, string> = {
	wnam: "Western North America",
	enam: "Eastern North America",
	weur: "Western Europe",
	eeur: "Eastern Europe",
	apac: "Asia and Pacific",
	oc: "Oceania",
};

function given<Value>(answer: Value): Exclude<Value, symbol> {
	if (isCancel(answer)) throw new Obstacle("Stopped; nothing more was changed.", "");
	return answer as Exclude<Value, symbol>;
}
