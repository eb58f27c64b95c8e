import { afterAll, beforeAll, beforeEach } from "vitest";
import { CustomerApp } from "./customer-app.ts";
import type { NetworkClient } from "./network.ts";
import { ownNetwork } from "./own-network.ts";

export const caller = "+15125550100";
export const main = "+18005550199";
export const phone = "+15125550123";
export const otherPhone = "+15125550124";

interface Stage {
	app: CustomerApp;
	network: NetworkClient;
}

/**
 * A cleared network with one number, whose calls go to /voice and whose ends go to /ended. Time is fast, but leaves
 * a busy computer most of a second for the half minute that a phone rings.
 */
export function useStage(speed = 40): Stage {
	const network = ownNetwork();
	const stage = { network } as Stage;
	beforeAll(async () => {
		stage.app = await CustomerApp.start();
	});
	afterAll(async () => {
		await stage.app.close();
	});
	beforeEach(async () => {
		await network.control("POST", "/reset");
		await network.speed(speed);
		await network.keepNumbers([
			{ PhoneNumber: main, VoiceUrl: stage.app.url("/voice"), StatusCallback: stage.app.url("/ended") },
		]);
		// Last: callbacks of the previous test may arrive until here.
		stage.app.clear();
		stage.app.on("/ended", "");
	});
	return stage;
}
