import { markStale } from "../../api/resource.ts";
import { pollDelay } from "./domain/poll-delay.ts";
import { extensions } from "./resources.ts";

let timer: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

/** For views. Polls while something is being provisioned, because news may be cut off. */
export function followProvisioning(isUnderWay: boolean): void {
	if (!isUnderWay) {
		clearTimeout(timer);
		timer = undefined;
		tries = 0;
		return;
	}
	if (timer !== undefined) return;
	timer = setTimeout(() => {
		timer = undefined;
		markStale(({ key }) => key === extensions.key);
	}, pollDelay(tries++));
}
