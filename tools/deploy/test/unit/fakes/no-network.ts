import { openInternet } from "./fake-internet.ts";
import { openDatabases, readWorld, writeWorld } from "./machine.ts";

globalThis.fetch = async (input, init) => {
	const world = readWorld();
	const databases = openDatabases();
	try {
		return await openInternet(world, databases, () => null)(input, init);
	} finally {
		databases.close();
		writeWorld(world);
	}
};
