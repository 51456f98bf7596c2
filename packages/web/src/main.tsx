import "./style/tokens.css";
import "./style/base.css";
import "./style/shell.css";
import "./style/parts.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { bench } from "./bench/bench.ts";

void bench.open();
createRoot(document.getElementById("workbench") as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
