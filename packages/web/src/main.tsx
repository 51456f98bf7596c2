import "./style/tokens.css";
import "./style/base.css";
import "./style/controls.css";
import "./tables/table.css";
import "./shell/bench.css";
import "./static/site.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Router } from "wouter";
import { App } from "./app.tsx";
import { bench } from "./bench/bench.ts";
import { routing } from "./static/hash-address.ts";

void bench.open();
createRoot(document.getElementById("workbench") as HTMLElement).render(
  <StrictMode>
    <Router {...routing}>
      <App />
    </Router>
  </StrictMode>,
);
