import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { OpeningNow, WholeHours } from "@cloudpbx/contracts/office/hours";
import { ask } from "./ask.ts";
import { api, until } from "./client.ts";
import { loadExtensionNames } from "./extension-names.ts";
import { markStale, type Resource } from "./resource.ts";

const staleAfter = ({ kind }: LiveEvent) => kind === "settings";

export const openingHours: Resource<WholeHours> = {
	key: "hours",
	async load(signal) {
		const [hours] = await Promise.all([
			ask(() => api.hours.$get({}, until(signal))),
			// The preview and the form show these names; loaded first, they move nothing later.
			loadExtensionNames(),
		]);
		return hours;
	},
	staleAfter,
};

/** Read again at the moment of the next change. */
export const openingNow: Resource<OpeningNow> = {
	key: "hours/now",
	async load(signal) {
		const now = await ask(() => api.hours.now.$get({ query: {} }, until(signal)));
		readAgainAt(now.until);
		return now;
	},
	staleAfter,
};

const timerMax = 2_147_483_647;
/** Allowance for a server clock that is behind. */
const clockMilliseconds = 500;
let timer: ReturnType<typeof setTimeout> | undefined;

function readAgainAt(at: string | null): void {
	clearTimeout(timer);
	if (at === null) return;
	const wait = Math.max(0, Date.parse(at) - Date.now()) + clockMilliseconds;
	timer = setTimeout(
		() => markStale(({ key }) => key === openingNow.key || key === openingHours.key),
		Math.min(wait, timerMax),
	);
}
