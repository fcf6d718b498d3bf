import { render } from 'preact';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/header.css';
import './styles/line.css';
import './styles/gate.css';
import './styles/work.css';

const root = document.getElementById('panel');
if (root) render(<App />, root);
