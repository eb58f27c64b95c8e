import { whatIfView } from "./phone.ts";
import { call, change, hangUp, type WhenName } from "./play.ts";

export const view = whatIfView;

export async function callAt({ when, to }: { when: WhenName; to?: string }): Promise<void> {
	hangUp();
	change({ when, to: to ?? null, caller: "anybody" });
	await call();
}
