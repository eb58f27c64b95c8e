const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
export const paletteKeyWords = isApple ? "⌘K" : "Ctrl K";
