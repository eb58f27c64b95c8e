import { inject } from "vitest";
import { NetworkClient } from "./network.ts";

export function ownNetwork(): NetworkClient {
	const origin = inject("networkOrigins")[Number(process.env.VITEST_POOL_ID) - 1];
	if (!origin) throw new Error("this worker has no network");
	return new NetworkClient(origin);
}
