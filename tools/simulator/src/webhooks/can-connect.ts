import { connect } from "cloudflare:sockets";

/** True when the port is open. `fetch` has the same message for a refused and a dropped connection. */
export async function canConnect(url: string): Promise<boolean> {
	const { hostname, port, protocol } = new URL(url);
	const socket = connect({ hostname, port: Number(port) || (protocol === "https:" ? 443 : 80) });
	socket.closed.catch(() => undefined);
	try {
		await socket.opened;
		await socket.close();
		return true;
	} catch {
		return false;
	}
}
