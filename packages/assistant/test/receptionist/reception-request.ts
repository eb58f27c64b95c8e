import { recogniseDanger } from "@cloudpbx/domain/danger/recognise-danger";
import type { DirectoryEntry } from "@cloudpbx/domain/directory/directory-entry";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import { findCallerDanger, listSaid } from "../../src/receptionist/find-caller-danger.ts";
import type { ReceptionRequest, ReceptionTurn } from "../../src/receptionist/reception.ts";
import { scriptedAi } from "../scripted-ai.ts";

export const smallDirectory: DirectoryEntry[] = [
	{ ext: "101", name: "Jane Smith", department: "Sales" },
	{ ext: "102", name: "Sam Lee", department: "Support" },
	{ ext: "103", name: "Ana Ruiz", department: "Billing" },
];
export const twoJanes: DirectoryEntry[] = [
	...smallDirectory,
	{ ext: "104", name: "Jane Doe", department: "Support" },
];

export function said(answer: Record<string, unknown>): { response: Record<string, unknown> } {
	return { response: { action: "ask", extension: "", say: "", language: "en", confidence: 0.9, ...answer } };
}

export function heard(
	words: string,
	answer: Record<string, unknown> | (() => unknown),
	rest: Partial<ReceptionRequest> = {},
): ReceptionRequest & { ai: ReturnType<typeof scriptedAi> } {
	const request = {
		company: {
			name: "Acme Corp",
			greeting: "We're here to help.",
			hoursText: "Monday to Friday, 9:00 to 17:00.",
			factsText:
				"We are at 500 Market Street.\nCall the hotline at +1 800 555 0142.\nMail: info@acme.example",
		},
		directory: smallDirectory,
		turns: [],
		words,
		speechConfidence: null,
		models: ["@cf/meta/llama-3.3-70b-instruct-fp8-fast"],
		...rest,
		ai: scriptedAi(typeof answer === "function" ? answer : () => said(answer)),
	};
	return { ...request, danger: rest.danger ?? judge(request) };
}

export function judge(request: Parameters<typeof listSaid>[0]): ReceptionRequest["danger"] {
	const { texts, companyTexts } = listSaid(request);
	return findCallerDanger(
		request,
		texts.map((text) => recogniseDanger(text, companyTexts)),
	);
}

export async function decide(...request: Parameters<typeof heard>) {
	return (await decideReception(heard(...request))).decision;
}

export const transferTo = (extension: string) => ({ action: "transfer", extension });

export function turn(caller: string, receptionist: string): ReceptionTurn {
	return { caller, receptionist, action: "ask" };
}
