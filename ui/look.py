"""The look of the page: Gradio's base theme in the project's colours, and the page's own CSS."""

from pathlib import Path

import gradio as gr

CSS = Path(__file__).parent / "look.css"

FONT = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif"]


def theme() -> gr.themes.Base:
    """System fonts and dark green: nothing is fetched from outside."""
    green = gr.themes.Color(
        c50="#eef6f1", c100="#d7eadf", c200="#b2d6c2", c300="#84bb9f", c400="#559c7b",
        c500="#357f5f", c600="#22664a", c700="#19513b", c800="#123d2c", c900="#0c2a1e", c950="#071a13",
    )  # fmt: skip
    return gr.themes.Base(
        primary_hue=green, neutral_hue="stone", font=FONT, font_mono=["ui-monospace", "monospace"]
    ).set(
        body_background_fill="#fbfaf7",
        body_background_fill_dark="#14181a",
        body_text_color="#1c2321",
        body_text_color_dark="#e8ece9",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        block_border_width="0px",
        block_info_text_color="#4b5651",
        block_info_text_color_dark="#b4beb9",
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_300",
        button_primary_background_fill_hover_dark="*primary_200",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#071a13",
        button_secondary_background_fill="#ffffff",
        button_secondary_background_fill_dark="#1f2628",
        button_secondary_border_color="#8a958f",
        button_secondary_border_color_dark="#7a8781",
        button_secondary_text_color="*primary_800",
        button_secondary_text_color_dark="*primary_100",
        button_border_width="1px",
        input_background_fill="#ffffff",
        input_background_fill_dark="#1f2628",
        input_border_color="#6f7b75",
        input_border_color_dark="#8a958f",
        input_border_width="1px",
    )
