import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import type { AvailableNumber, NumberTrouble, PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import type { WholeSettings } from "@cloudpbx/contracts/office/settings";
import { ask } from "../../api/ask.ts";
import { api, until } from "../../api/client.ts";
import { listAll } from "../../api/list-all.ts";
import { markStale, type Resource } from "../../api/resource.ts";

export const extensions: Resource<Extension[]> = {
	key: "extensions",
	load: (signal) => listAll((query) => ask(() => api.extensions.$get({ query }, until(signal)))),
	staleAfter: ({ kind }) => kind === "extension",
};

export const numbers: Resource<PhoneNumber[]> = {
	key: "numbers",
	load: (signal) => listAll((query) => ask(() => api.numbers.$get({ query }, until(signal)))),
	staleAfter: ({ kind }) => kind === "number" || kind === "extension",
};

export interface NumberHealth {
	checkedAt: string;
	items: NumberTrouble[];
}

/** Maximum age of a comparison that is shown without asking the carrier again. */
const healthSeconds = 86_400;

export const health: Resource<NumberHealth> = {
	key: "numbers/health",
	load: (signal) =>
		ask(() => api.numbers.health.$get({ query: { maxAgeSeconds: String(healthSeconds) } }, until(signal))),
	staleAfter: ({ kind }) => kind === "number",
};

export function checkNow(): Promise<NumberHealth> {
	return ask(() => api.numbers.health.$get({ query: {} }));
}

export function availableNumbers(kind: PhoneNumber["kind"], areaCode: string): Resource<AvailableNumber[]> {
	const query = { kind, ...(areaCode && { areaCode }) };
	return {
		key: `numbers/available?${new URLSearchParams(query)}`,
		load: async (signal) => (await ask(() => api.numbers.available.$get({ query }, until(signal)))).items,
	};
}

export const settings: Resource<WholeSettings> = {
	key: "settings",
	load: (signal) => ask(() => api.settings.$get({}, until(signal))),
};

export function readAgain(): void {
	markStale(({ key }) => key.startsWith("extensions") || key === "numbers" || key === "numbers/health");
}
