import type { TestMesh } from "./test-mesh.ts";

export interface ApiAnswer<Body> {
	status: number;
	body: Body;
}

export function apiClient(mesh: TestMesh) {
	return async <Body>(method: string, path: string, body?: unknown): Promise<ApiAnswer<Body>> => {
		const response = await fetch(`${mesh.url}/api${path}`, {
			method,
			headers: { authorization: `Bearer ${mesh.access.apiKey}`, "content-type": "application/json" },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, body: (text ? JSON.parse(text) : null) as Body };
	};
}
