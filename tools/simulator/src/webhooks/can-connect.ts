import { connect } from "cloudflare:sockets";

/** Whether anybody listens there. `fetch` fails in the same words for a refused and for a dropped connection. */
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
