import { markStale } from "../../api/resource.ts";
import { pollDelay } from "./domain/poll-delay.ts";
import { extensions } from "./resources.ts";

let timer: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

/**
 * For views, while they draw: as long as something is being provisioned it is looked at again, since news may be cut off. A page
 * that is left does not draw, and then it ends.
 */
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
